using Microsoft.AspNetCore.OData.Routing;
using Microsoft.AspNetCore.OData.Routing.Template;

namespace IJJO.Platform.OData;

/// <summary><c>/$ref</c> behind a row or a set; the library knows it behind a navigation only.</summary>
internal sealed class ReferenceSegment : ODataSegmentTemplate
{
    public override IEnumerable<string> GetTemplates(ODataRouteOptions options) => ["/$ref"];

    public override bool TryTranslate(ODataTemplateTranslateContext context) => true;
}
