using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Web;

/// <summary>
/// Makes a command from posted values. Blazor's own binder keeps no text that does not parse and says it in English, so a mistyped date would be lost;
/// reflection is used here as it is there, over the members of one record that the page named.
/// </summary>
internal static class FormBinder
{
    public static T? Bind<T>(FormState state) where T : class
    {
        var before = state.Errors.Count;
        var constructor = typeof(T).GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var nullability = new NullabilityInfoContext();
        var arguments = constructor.GetParameters()
            .Select(parameter => Read(state, Member.Of(parameter, nullability)))
            .ToArray();
        var settable = typeof(T).GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true } && !constructor.GetParameters().Any(p => p.Name!.Equals(property.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(property => (property, value: Read(state, Member.Of(property, nullability))))
            .ToArray();
        if (state.Errors.Count > before) return null;

        var bound = (T)constructor.Invoke(arguments);
        foreach (var (property, value) in settable)
        {
            // A field that the form does not have leaves the property's own default.
            if (state.Values(property.Name).Count > 0 || value is not null && IsFile(property.PropertyType)) property.SetValue(bound, value);
        }
        return bound;
    }

    private static object? Read(FormState state, Member member)
    {
        if (IsFile(member.Type)) return Files(state, member);
        if (ElementOf(member.Type) is { } element) return List(state, member, element);

        var text = state.Value(member.Name)?.Trim().ReplaceLineEndings("\n") ?? "";
        if (text.Length == 0) return Missing(state, member);
        var (value, problem) = ValueParser.Parse(text, Nullable.GetUnderlyingType(member.Type) ?? member.Type, state.TimeZone);
        if (problem is not null) state.AddError(member.Name, KitText.Get(problem));
        return value;
    }

    private static object? Missing(FormState state, Member member)
    {
        if (member.HasDefault) return member.Default;
        if (member.Type == typeof(bool)) return false;
        if (!member.MayBeNull) state.AddError(member.Name, KitText.Get(FieldErrors.Required));
        return null;
    }

    private static object List(FormState state, Member member, Type element)
    {
        var parsed = state.Values(member.Name)
            .Select(text => text.Trim())
            .Where(text => text.Length > 0)
            .Select(text => ValueParser.Parse(text, element, state.TimeZone))
            .ToArray();
        if (parsed.FirstOrDefault(item => item.Problem is not null).Problem is { } problem) state.AddError(member.Name, KitText.Get(problem));

        var good = parsed.Where(item => item.Problem is null).ToArray();
        var array = Array.CreateInstance(element, good.Length);
        for (var i = 0; i < good.Length; i++) array.SetValue(good[i].Value, i);
        return member.Type.IsAssignableFrom(array.GetType()) ? array : Activator.CreateInstance(typeof(List<>).MakeGenericType(element), array)!;
    }

    private static object? Files(FormState state, Member member)
    {
        var files = state.Files.Where(file => file.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase) && file.Length > 0).ToArray();
        if (member.Type != typeof(IFormFile)) return files;
        return files.Length > 0 ? files[0] : Missing(state, member);
    }

    private static bool IsFile(Type type) => type == typeof(IFormFile) || type.IsAssignableFrom(typeof(IFormFile[])) && ElementOf(type) == typeof(IFormFile);

    private static Type? ElementOf(Type type)
    {
        if (type == typeof(string)) return null;
        if (type.IsArray) return type.GetElementType();
        return type.IsGenericType && type.IsAssignableFrom(typeof(List<>).MakeGenericType(type.GetGenericArguments()[0])) ? type.GetGenericArguments()[0] : null;
    }

    private sealed record Member(string Name, Type Type, bool MayBeNull, bool HasDefault, object? Default)
    {
        public static Member Of(ParameterInfo parameter, NullabilityInfoContext nullability) => new(
            char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..], parameter.ParameterType,
            nullability.Create(parameter).WriteState == NullabilityState.Nullable, parameter.HasDefaultValue, parameter.DefaultValue);

        public static Member Of(PropertyInfo property, NullabilityInfoContext nullability) => new(
            property.Name, property.PropertyType,
            nullability.Create(property).WriteState == NullabilityState.Nullable,
            !property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)), property.GetCustomAttribute<DefaultValueAttribute>()?.Value);
    }
}
