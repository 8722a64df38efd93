using Coordination.Domain.Harmonization.Wording;

namespace Coordination.Tests.Harmonization.Wording;

public class WordingTests
{
    [Theory]
    [InlineData("pelatihan", "melatih")]
    [InlineData("penerbitan", "menerbitkan")]
    [InlineData("pemeliharaan", "memelihara")]
    [InlineData("pemasangan", "memasang")]
    [InlineData("migrasi", "bermigrasi")]
    public void Inflections_of_a_word_have_one_stem(string one, string other) =>
        Assert.Equal(Stems.Of(one), Stems.Of(other));

    [Theory]
    [InlineData("pelatihan", "pelatian")]
    [InlineData("aplikasi", "aplikassi")]
    [InlineData("sertifikat", "sertfikat")]
    [InlineData("jaringan", "jarignan")]
    public void A_slip_of_the_pen_is_read_as_the_word_it_was_meant_to_be(string word, string slip) =>
        Assert.Equal(Stems.Of(word), Stems.Of(slip));

    [Theory]
    [InlineData("pengajuan", "pengaduan")]
    [InlineData("sampai", "sampah")]
    [InlineData("kontak", "kontrak")]
    public void Another_word_is_no_slip_of_the_pen(string one, string other) =>
        Assert.NotEqual(Stems.Of(one), Stems.Of(other));

    [Theory]
    [InlineData("pembaca", "warga membaca buku")]
    [InlineData("penjual", "warga berjualan")]
    public void Who_does_something_is_not_what_is_done(string people, string doing)
    {
        Assert.NotEmpty(PeopleIn(people));
        Assert.Subset(PeopleIn("warga"), PeopleIn(doing));
    }

    [Theory]
    [InlineData("Fasilitasi sertifikat halal usaha mikro", "Pendampingan NIB usaha mikro", true)]
    [InlineData("Pelatihan umkm", "Pendampingan NIB umkm", false)]
    [InlineData("Penerbitan sertifikat elektronik", "Penerapan tanda tangan elektronik", false)]
    public void Titles_about_different_things_share_a_field_of_work_at_most(string one, string other, bool apart) =>
        Assert.Equal(apart, ProgramWording.AreApart(OfTitle(one), OfTitle(other)));

    [Theory]
    [InlineData("TTE")]
    [InlineData("tanda tangan elektronik")]
    [InlineData("menandatangani surat secara digital dengan tandatangan digital")]
    [InlineData("digital signature")]
    public void Abbreviations_and_full_words_mean_one_concept(string text) =>
        Assert.Contains("tanda tangan elektronik", Lexicon.NamesOf(ConceptKind.Subject, Words.Of(text)));

    [Fact]
    public void A_short_abbreviation_counts_only_as_it_is_written()
    {
        Assert.Contains(
            "kelompok informasi masyarakat",
            Lexicon.NamesOf(ConceptKind.Subject, Words.Of("Pembinaan KIM"))
        );
        Assert.DoesNotContain("kelompok informasi masyarakat", Lexicon.NamesOf(ConceptKind.Subject, Words.Of("kimia")));
    }

    [Fact]
    public void Names_of_places_say_nothing_of_the_work()
    {
        var wording = ProgramWording.Of(
            Example.Details with
            {
                Title = "Pelatihan TTE Simpang Teritip",
                Description = "Pelatihan di Tanjungpandan dan Kota Pangkalpinang.",
                Output = new("Orang", 1, "orang"),
            }
        );

        Assert.Equal(["tanda tangan elektronik"], wording.Subjects.Keys);
    }

    [Fact]
    public void The_title_says_what_is_done_and_the_description_what_is_done_besides()
    {
        var doings = Doing.In(
            Words.Of("Bimtek SRIKANDI"),
            Words.Of("Evaluasi dilakukan setelah pelatihan dengan aplikasi.")
        );

        Assert.Equal([new("training", IsMain: true), new("assessment", IsMain: false)], doings);
    }

    [Fact]
    public void A_thing_made_counts_where_no_activity_is_named()
    {
        Assert.Equal([new("application", IsMain: true)], Doing.In(Words.Of("Aplikasi antrean puskesmas"), []));
        Assert.Equal([new("training", IsMain: true)], Doing.In(Words.Of("Pelatihan aplikasi antrean"), []));
        Assert.Equal([new("training", IsMain: true)], Doing.In(Words.Of("Pelatihan pemeliharaan jaringan"), []));
    }

    [Fact]
    public void Those_of_primary_and_of_senior_schools_are_different_people()
    {
        var (primary, senior) = (PeopleIn("guru SD dan SMP"), PeopleIn("guru SMA"));

        Assert.False(Audience.MayBeSame(primary, senior));
        Assert.True(Audience.MayBeSame(primary, PeopleIn("guru")));
        Assert.True(Audience.MayBeSame(primary, PeopleIn("")));
    }

    [Fact]
    public void Every_broader_concept_is_in_the_lexicon_and_no_term_means_two_of_a_kind()
    {
        var names = LexiconRow.All.Select(row => row.Concept).ToHashSet();

        Assert.All(LexiconRow.All, row => Assert.True(row.Broader is null || names.Contains(row.Broader), row.Concept));
        Assert.Empty(
            LexiconRow
                .All.SelectMany(row => row.Terms.Split(';').Select(term => (row.Kind, term)))
                .GroupBy(entry => entry)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key)
        );
    }

    private static ProgramWording OfTitle(string title) =>
        ProgramWording.Of(Example.Details with { Title = title, Description = "", Output = new("Jumlah", 1, "unit") });

    private static HashSet<string> PeopleIn(string text) =>
        Audience.Narrowest(Lexicon.NamesOf(ConceptKind.People, Words.Of(text)));
}
