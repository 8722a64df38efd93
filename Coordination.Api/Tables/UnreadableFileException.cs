using Coordination.Domain;

namespace Coordination.Api.Tables;

/// <summary>A file that is not read any further: why, in a sentence for whoever sent it.</summary>
internal sealed class UnreadableFileException(
    Sentence detail,
    int status = StatusCodes.Status400BadRequest,
    string code = "file-damaged"
) : Exception(detail)
{
    internal int Status { get; } = status;

    internal string Code { get; } = code;

    internal Sentence Detail { get; } = detail;
}
