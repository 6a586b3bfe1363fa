using System.Linq.Expressions;

namespace IJJO.Platform;

internal static class Members
{
    /// <summary>The name of the property that a lambda reads.</summary>
    internal static string NameOf<T>(Expression<Func<T, object?>> lambda) =>
        // A value type is boxed by a conversion.
        (lambda.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : lambda.Body) is MemberExpression member
            ? member.Member.Name
            : throw new ArgumentException($"'{lambda}' does not read a property.", nameof(lambda));
}
