using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace IJJO.KnowledgeFeed.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "knowledge_feed");

            migrationBuilder.CreateTable(
                name: "__inbox",
                schema: "knowledge_feed",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk___inbox", x => new { x.event_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "__outbox",
                schema: "knowledge_feed",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, defaultValueSql: "now()"),
                    trace_parent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    cases = table.Column<Guid[]>(type: "uuid[]", nullable: true),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    shown_to_party = table.Column<bool>(type: "boolean", nullable: false),
                    waits = table.Column<bool>(type: "boolean", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk___outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "advances",
                schema: "knowledge_feed",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    document_type = table.Column<string>(type: "text", nullable: false),
                    original_language = table.Column<string>(type: "text", nullable: false),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    broader_themes = table.Column<string[]>(type: "text[]", nullable: false),
                    countries = table.Column<string[]>(type: "text[]", nullable: false),
                    regions = table.Column<string[]>(type: "text[]", nullable: false),
                    instruments = table.Column<string[]>(type: "text[]", nullable: false),
                    jurisdiction = table.Column<string>(type: "text", nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    source_url = table.Column<string>(type: "text", nullable: true),
                    citation_text = table.Column<string>(type: "text", nullable: true),
                    licence = table.Column<string>(type: "text", nullable: true),
                    law_status = table.Column<string>(type: "text", nullable: true),
                    replaced_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    output_id = table.Column<Guid>(type: "uuid", nullable: true),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    group_title = table.Column<string>(type: "text", nullable: true),
                    case_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_by_name = table.Column<string>(type: "text", nullable: false),
                    published_by_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    corrections = table.Column<string>(type: "jsonb", nullable: true),
                    credits = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advances", x => x.id);
                    table.ForeignKey(
                        name: "fk_advances_advances_replaced_by_id",
                        column: x => x.replaced_by_id,
                        principalSchema: "knowledge_feed",
                        principalTable: "advances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "advance_versions",
                schema: "knowledge_feed",
                columns: table => new
                {
                    advance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    plain_language_summary = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    is_outdated = table.Column<bool>(type: "boolean", nullable: false),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "setweight(to_tsvector(CASE language WHEN 'en' THEN 'english'::regconfig WHEN 'es' THEN 'spanish'::regconfig WHEN 'fr' THEN 'french'::regconfig WHEN 'pt' THEN 'portuguese'::regconfig WHEN 'it' THEN 'italian'::regconfig WHEN 'de' THEN 'german'::regconfig WHEN 'nl' THEN 'dutch'::regconfig WHEN 'ca' THEN 'catalan'::regconfig WHEN 'ro' THEN 'romanian'::regconfig WHEN 'ru' THEN 'russian'::regconfig WHEN 'ar' THEN 'arabic'::regconfig ELSE 'simple'::regconfig END, title || ' ' || translate(lower(title), 'áàâäãåąéèêëęíìîïóòôöõőúùûüűñńçćčýÿšśžźż', 'aaaaaaaeeeeeiiiioooooouuuuunncccyysszzz')), 'A') || setweight(to_tsvector(CASE language WHEN 'en' THEN 'english'::regconfig WHEN 'es' THEN 'spanish'::regconfig WHEN 'fr' THEN 'french'::regconfig WHEN 'pt' THEN 'portuguese'::regconfig WHEN 'it' THEN 'italian'::regconfig WHEN 'de' THEN 'german'::regconfig WHEN 'nl' THEN 'dutch'::regconfig WHEN 'ca' THEN 'catalan'::regconfig WHEN 'ro' THEN 'romanian'::regconfig WHEN 'ru' THEN 'russian'::regconfig WHEN 'ar' THEN 'arabic'::regconfig ELSE 'simple'::regconfig END, summary || ' ' || plain_language_summary || ' ' || translate(lower(summary || ' ' || plain_language_summary), 'áàâäãåąéèêëęíìîïóòôöõőúùûüűñńçćčýÿšśžźż', 'aaaaaaaeeeeeiiiioooooouuuuunncccyysszzz')), 'B') || setweight(to_tsvector(CASE language WHEN 'en' THEN 'english'::regconfig WHEN 'es' THEN 'spanish'::regconfig WHEN 'fr' THEN 'french'::regconfig WHEN 'pt' THEN 'portuguese'::regconfig WHEN 'it' THEN 'italian'::regconfig WHEN 'de' THEN 'german'::regconfig WHEN 'nl' THEN 'dutch'::regconfig WHEN 'ca' THEN 'catalan'::regconfig WHEN 'ro' THEN 'romanian'::regconfig WHEN 'ru' THEN 'russian'::regconfig WHEN 'ar' THEN 'arabic'::regconfig ELSE 'simple'::regconfig END, body || ' ' || translate(lower(body), 'áàâäãåąéèêëęíìîïóòôöõőúùûüűñńçćčýÿšśžźż', 'aaaaaaaeeeeeiiiioooooouuuuunncccyysszzz')), 'D')", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advance_versions", x => new { x.advance_id, x.language });
                    table.ForeignKey(
                        name: "fk_advance_versions_advances_advance_id",
                        column: x => x.advance_id,
                        principalSchema: "knowledge_feed",
                        principalTable: "advances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix___outbox_next_try_at",
                schema: "knowledge_feed",
                table: "__outbox",
                column: "next_try_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_advance_versions_search",
                schema: "knowledge_feed",
                table: "advance_versions",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_advances_broader_themes",
                schema: "knowledge_feed",
                table: "advances",
                column: "broader_themes")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_advances_case_ids",
                schema: "knowledge_feed",
                table: "advances",
                column: "case_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_advances_countries",
                schema: "knowledge_feed",
                table: "advances",
                column: "countries")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_advances_output_id",
                schema: "knowledge_feed",
                table: "advances",
                column: "output_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_advances_replaced_by_id",
                schema: "knowledge_feed",
                table: "advances",
                column: "replaced_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_advances_slug",
                schema: "knowledge_feed",
                table: "advances",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_advances_state_published_at",
                schema: "knowledge_feed",
                table: "advances",
                columns: new[] { "state", "published_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "__inbox",
                schema: "knowledge_feed");

            migrationBuilder.DropTable(
                name: "__outbox",
                schema: "knowledge_feed");

            migrationBuilder.DropTable(
                name: "advance_versions",
                schema: "knowledge_feed");

            migrationBuilder.DropTable(
                name: "advances",
                schema: "knowledge_feed");
        }
    }
}
