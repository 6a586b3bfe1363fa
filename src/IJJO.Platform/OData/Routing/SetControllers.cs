using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace IJJO.Platform.OData;

/// <summary>Closes the one controller for each declared row class. No module assembly becomes an application part.</summary>
internal sealed class SetControllers(ODataServices services) : IApplicationFeatureProvider<ControllerFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        foreach (var row in services.All.SelectMany(service => service.Sets).Select(set => set.Declared.Row).Distinct())
            feature.Controllers.Add(typeof(SetController<>).MakeGenericType(row).GetTypeInfo());
    }
}
