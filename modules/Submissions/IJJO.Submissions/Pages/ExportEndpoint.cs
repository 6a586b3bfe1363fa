using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IJJO.Submissions.Links;
using IJJO.Submissions.Parties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IJJO.Submissions.Pages;

/// <summary>Everything this module holds about the party behind a link, as one file (GDPR Art. 20).</summary>
internal static class ExportEndpoint
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/{lang}/proposals/{token}/export", ExportAsync);

    private static async Task<IResult> ExportAsync(string lang, string token, OpenLink links, SubmissionsPersonalData data, HttpResponse response, CancellationToken cancel)
    {
        if (await links.ProposalAsync(token, cancel) is not { PartyId: { } partyId } proposal) return Results.Redirect(LinkAddresses.Proposal(lang, token));
        response.Headers.CacheControl = "no-store";
        var export = await data.ExportAsync(partyId, cancel);
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(export, Readable), "application/json; charset=utf-8", $"{proposal.Reference}.json");
    }
}
