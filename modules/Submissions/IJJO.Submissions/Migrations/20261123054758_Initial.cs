using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IJJO.Submissions.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "submissions");

            migrationBuilder.CreateTable(
                name: "__inbox",
                schema: "submissions",
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
                schema: "submissions",
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
                name: "day_salts",
                schema: "submissions",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_salts", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_key = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    mailed_to = table.Column<string>(type: "text", nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "parties",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    entity_name = table.Column<string>(type: "text", nullable: true),
                    organisation_type = table.Column<string>(type: "text", nullable: true),
                    profession = table.Column<string>(type: "text", nullable: true),
                    country = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    known_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    submission_key = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    entity_name = table.Column<string>(type: "text", nullable: true),
                    organisation_type = table.Column<string>(type: "text", nullable: true),
                    profession = table.Column<string>(type: "text", nullable: true),
                    country = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    interests = table.Column<string>(type: "text", nullable: true),
                    specialisation = table.Column<string>(type: "text", nullable: true),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    lines_of_work = table.Column<string[]>(type: "text[]", nullable: false),
                    flags = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    quarantine_reason = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_week = table.Column<DateOnly>(type: "date", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reference_counters",
                schema: "submissions",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_counters", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "sender_counts",
                schema: "submissions",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sender_counts", x => new { x.day, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "access_links",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_links_drafts_draft_id",
                        column: x => x.draft_id,
                        principalSchema: "submissions",
                        principalTable: "drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_access_links_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalSchema: "submissions",
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    given = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    text_version = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_consents_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalSchema: "submissions",
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix___outbox_next_try_at",
                schema: "submissions",
                table: "__outbox",
                column: "next_try_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_access_links_draft_id",
                schema: "submissions",
                table: "access_links",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_links_proposal_id",
                schema: "submissions",
                table: "access_links",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_links_token_hash",
                schema: "submissions",
                table: "access_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consents_party_id_purpose_at",
                schema: "submissions",
                table: "consents",
                columns: new[] { "party_id", "purpose", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_proposal_id",
                schema: "submissions",
                table: "consents",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_email",
                schema: "submissions",
                table: "drafts",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_submission_key",
                schema: "submissions",
                table: "drafts",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_parties_email",
                schema: "submissions",
                table: "parties",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_email",
                schema: "submissions",
                table: "proposals",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_party_id",
                schema: "submissions",
                table: "proposals",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_reference",
                schema: "submissions",
                table: "proposals",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_state_sent_at",
                schema: "submissions",
                table: "proposals",
                columns: new[] { "state", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_submission_key",
                schema: "submissions",
                table: "proposals",
                column: "submission_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "__inbox",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "__outbox",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "access_links",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "consents",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "day_salts",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "parties",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "reference_counters",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "sender_counts",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "drafts",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "proposals",
                schema: "submissions");
        }
    }
}
