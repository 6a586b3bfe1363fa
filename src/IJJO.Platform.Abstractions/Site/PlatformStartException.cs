namespace IJJO.Platform;

/// <summary>The host cannot start as it is set up. The message says what to do, and is all that the console shows.</summary>
/// <param name="message">A sentence or two in English.</param>
/// <param name="cause">What was found out, if it was an exception.</param>
/// <example><code>throw new PlatformStartException("There is no mail server. Set Mail:Smtp:Host.");</code></example>
public sealed class PlatformStartException(string message, Exception? cause = null) : Exception(message, cause);
