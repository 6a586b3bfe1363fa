using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IJJO.Platform.Identity;

/// <summary>
/// A secret that is given away once and kept as a hash. With 256 random bits there is nothing to guess, so a plain SHA-256 is enough:
/// salt and stretching are for secrets that people choose.
/// </summary>
internal static class Secret
{
    internal static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    internal static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
