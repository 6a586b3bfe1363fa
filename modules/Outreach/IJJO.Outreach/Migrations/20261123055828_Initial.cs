using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace IJJO.Outreach.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "outreach");

            migrationBuilder.CreateTable(
                name: "__inbox",
                schema: "outreach",
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
                schema: "outreach",
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
                name: "delivery",
                schema: "outreach",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recipient = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    step = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(20)", maxLength: 20, nullable: false),
                    to_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    held_model = table.Column<string>(type: "jsonb", nullable: true),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: true),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    ambiguities = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "message",
                schema: "outreach",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    template = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    to_name = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "jsonb", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    template_hash = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    edited_by = table.Column<string>(type: "text", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: true),
                    send_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "offer",
                schema: "outreach",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    is_group = table.Column<bool>(type: "boolean", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    group_title = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answer_reason = table.Column<string>(type: "text", nullable: true),
                    preferred_date = table.Column<DateOnly>(type: "date", nullable: true),
                    display_as = table.Column<string>(type: "text", nullable: true),
                    pseudonym = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer", x => x.decision_id);
                });

            migrationBuilder.CreateTable(
                name: "recipient",
                schema: "outreach",
                columns: table => new
                {
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    entity_name = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    consents = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipient", x => x.party_id);
                });

            migrationBuilder.CreateTable(
                name: "suppression",
                schema: "outreach",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    scope = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    added_by = table.Column<string>(type: "text", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suppression", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                schema: "outreach",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => x.id);
                    table.ForeignKey(
                        name: "fk_journal_delivery_delivery_id",
                        column: x => x.delivery_id,
                        principalSchema: "outreach",
                        principalTable: "delivery",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix___outbox_next_try_at",
                schema: "outreach",
                table: "__outbox",
                column: "next_try_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_campaign_recipient_step",
                schema: "outreach",
                table: "delivery",
                columns: new[] { "campaign", "recipient", "step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_case_id",
                schema: "outreach",
                table: "delivery",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_due",
                schema: "outreach",
                table: "delivery",
                column: "next_try_at",
                filter: "state IN ('queued', 'deferred')");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_leased",
                schema: "outreach",
                table: "delivery",
                column: "leased_until",
                filter: "state IN ('claimed', 'dot_pending')");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_message_id",
                schema: "outreach",
                table: "delivery",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_party_id",
                schema: "outreach",
                table: "delivery",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_delivery_id",
                schema: "outreach",
                table: "journal",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_case_id",
                schema: "outreach",
                table: "message",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_decision_id",
                schema: "outreach",
                table: "message",
                column: "decision_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_message_party_id",
                schema: "outreach",
                table: "message",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_state",
                schema: "outreach",
                table: "message",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_offer_case_id",
                schema: "outreach",
                table: "offer",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_party_id",
                schema: "outreach",
                table: "offer",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_token_hash",
                schema: "outreach",
                table: "offer",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suppression_address_scope",
                schema: "outreach",
                table: "suppression",
                columns: new[] { "address", "scope" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "__inbox",
                schema: "outreach");

            migrationBuilder.DropTable(
                name: "__outbox",
                schema: "outreach");

            migrationBuilder.DropTable(
                name: "journal",
                schema: "outreach");

            migrationBuilder.DropTable(
                name: "message",
                schema: "outreach");

            migrationBuilder.DropTable(
                name: "offer",
                schema: "outreach");

            migrationBuilder.DropTable(
                name: "recipient",
                schema: "outreach");

            migrationBuilder.DropTable(
                name: "suppression",
                schema: "outreach");

            migrationBuilder.DropTable(
                name: "delivery",
                schema: "outreach");
        }
    }
}
