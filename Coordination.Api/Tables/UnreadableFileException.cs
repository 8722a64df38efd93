namespace Coordination.Api.Tables;

/// <summary>A file that is not read any further: why, in a sentence for whoever sent it.</summary>
internal sealed class UnreadableFileException(
    string message,
    int status = StatusCodes.Status400BadRequest,
    string code = "file-damaged"
) : Exception(message)
{
    internal int Status { get; } = status;

    internal string Code { get; } = code;
}
