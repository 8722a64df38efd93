using System.Globalization;
using System.Xml;

namespace Coordination.Api.Tables;

/// <summary>What a column of a form to fill in offers and says.</summary>
/// <param name="Column">Its place, from 0.</param>
/// <param name="Title">Its name.</param>
/// <param name="Prompt">What is wanted; shown when a cell is chosen.</param>
/// <param name="Choices">The cells that hold what may be chosen: <c>Lists!$A$2:$A$9</c>; none where anything may be typed.</param>
/// <param name="IsOnly">Whether nothing else may be typed.</param>
internal sealed record CellRule(int Column, string Title, string Prompt, string? Choices = null, bool IsOnly = true)
{
    private const int LongestTitle = 32;
    private const int LongestPrompt = 255;

    internal void Write(XmlWriter xml)
    {
        var name = Sheet.NameOf(Column);
        xml.WriteStartElement("dataValidation", Sheet.Namespace);
        if (Choices is not null)
            xml.WriteAttributeString("type", "list");
        xml.WriteAttributeString("allowBlank", "1");
        xml.WriteAttributeString("showInputMessage", "1");
        if (Choices is not null && IsOnly)
            xml.WriteAttributeString("showErrorMessage", "1");
        xml.WriteAttributeString("promptTitle", Cut(Title, LongestTitle));
        xml.WriteAttributeString("prompt", Cut(Prompt, LongestPrompt));
        xml.WriteAttributeString(
            "sqref",
            string.Create(CultureInfo.InvariantCulture, $"{name}2:{name}{UploadedTable.MostRows + 1}")
        );
        if (Choices is not null)
            xml.WriteElementString("formula1", Sheet.Namespace, Choices);
        xml.WriteEndElement();
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
