using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace IJJO.Platform.Architecture.Tests.Data;

/// <summary>The EF Core models of the modules, built as at run time and without a database.</summary>
internal static class Models
{
    /// <summary>Does something with each context of a module.</summary>
    internal static IEnumerable<string> Of(ModuleInfo module, Func<string, DbContext, IEnumerable<string>> ask)
    {
        using var nowhere = NpgsqlDataSource.Create("Host=nowhere.invalid");
        var schema = ModuleAttribute.Of(module.Assembly).Schema;
        var answers = new List<string>();
        foreach (var database in module.Declared<DatabaseDeclaration>())
        {
            var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(database.Context))!;
            ModuleData.Options(options, nowhere, schema, database.Context);
            using var context = (DbContext)Activator.CreateInstance(database.Context, options.Options)!;
            answers.AddRange(ask(schema, context));
        }

        if (module != Catalogue.Platform) return answers;
        // Identity has a schema of its own and no events, so the platform does not declare it as a module's.
        using var identity = IdentityDb.Standalone(nowhere);
        return [.. answers, .. ask(IdentityDb.Schema, identity)];
    }

    internal static IEnumerable<string> Strayed(ModuleInfo module) => Of(module, (schema, context) =>
        from table in context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
        where table.Schema != schema
        select $"{module.Key} maps the table {table.Schema}.{table.Name}: its schema is {schema}.");

    internal static IEnumerable<string> ForeignKeysThatLeave(ModuleInfo module) => Of(module, (schema, context) =>
        from table in context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
        from key in table.ForeignKeyConstraints
        where key.PrincipalTable.Schema != table.Schema
        select $"{module.Key}: {key.Name} ties {table.Schema}.{table.Name} to {key.PrincipalTable.Schema}.{key.PrincipalTable.Name}: keep the id and the columns you need.");

    internal static IEnumerable<string> WithoutMigration(ModuleInfo module) => Of(module, (_, context) =>
        context.Database.HasPendingModelChanges()
            ? [$"The model of {context.GetType().Name} differs from the migrations of {module.Key}: run build/add-migration {context.GetType().Name[..^2]} WhatChanged."]
            : []);
}
