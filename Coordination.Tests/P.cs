namespace Coordination.Tests;

public class P
{
    [Fact]
    public void X() { }
}
