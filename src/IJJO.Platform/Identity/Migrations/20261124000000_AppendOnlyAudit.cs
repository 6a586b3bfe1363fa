using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IJJO.Platform.Identity.Migrations;

/// <summary>Rows of the audit can be added and nothing else, whatever the application does. Kept apart, so that the tables' migration can be made anew.</summary>
[DbContext(typeof(IdentityDb))]
[Migration("20261124000000_AppendOnlyAudit")]
internal sealed class AppendOnlyAudit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION identity.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'rows of % can only be added', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON identity.audit
            FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_change();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER append_only ON identity.audit;
        DROP FUNCTION identity.refuse_change();
        """);
}
