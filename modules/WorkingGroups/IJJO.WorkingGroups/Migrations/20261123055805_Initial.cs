using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IJJO.WorkingGroups.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "working_groups");

            migrationBuilder.CreateTable(
                name: "__inbox",
                schema: "working_groups",
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
                schema: "working_groups",
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
                name: "groups",
                schema: "working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    line_of_work = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sunset = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_of = table.Column<DateOnly>(type: "date", nullable: true),
                    convener_staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    chartered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    active_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    report = table.Column<string>(type: "text", nullable: true),
                    last_decision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    purpose_en = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    purpose_es = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    purpose_fr = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    title_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title_es = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "parties",
                schema: "working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    entity_name = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "charter_versions",
                schema: "working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    text_en = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    text_es = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    text_fr = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charter_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_charter_versions_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "working_groups",
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                schema: "working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    thread_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    text_en = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    text_es = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    text_fr = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    title_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title_es = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_decisions_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "working_groups",
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members",
                schema: "working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    display_as = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    pseudonym = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    display_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    is_listed = table.Column<bool>(type: "boolean", nullable: false),
                    message = table.Column<string>(type: "text", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    term_ends = table.Column<DateOnly>(type: "date", nullable: true),
                    welcomed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_members_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "working_groups",
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                schema: "working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_due = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    title_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title_es = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestones", x => x.id);
                    table.ForeignKey(
                        name: "fk_milestones_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "working_groups",
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outputs",
                schema: "working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    advance_type = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: true),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    countries = table.Column<string[]>(type: "text[]", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outputs", x => x.id);
                    table.ForeignKey(
                        name: "fk_outputs_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "working_groups",
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "threads",
                schema: "working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_post_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_threads", x => x.id);
                    table.ForeignKey(
                        name: "fk_threads_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "working_groups",
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credits",
                schema: "working_groups",
                columns: table => new
                {
                    output_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credits", x => new { x.output_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_credits_members_member_id",
                        column: x => x.member_id,
                        principalSchema: "working_groups",
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credits_outputs_output_id",
                        column: x => x.output_id,
                        principalSchema: "working_groups",
                        principalTable: "outputs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                schema: "working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    thread_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    staff_name = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_posts_members_member_id",
                        column: x => x.member_id,
                        principalSchema: "working_groups",
                        principalTable: "members",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_posts_threads_thread_id",
                        column: x => x.thread_id,
                        principalSchema: "working_groups",
                        principalTable: "threads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix___outbox_next_try_at",
                schema: "working_groups",
                table: "__outbox",
                column: "next_try_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_charter_versions_group_id_number",
                schema: "working_groups",
                table: "charter_versions",
                columns: new[] { "group_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credits_member_id",
                schema: "working_groups",
                table: "credits",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_group_id_number",
                schema: "working_groups",
                table: "decisions",
                columns: new[] { "group_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_groups_slug",
                schema: "working_groups",
                table: "groups",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_case_id",
                schema: "working_groups",
                table: "members",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_members_group_id_party_id",
                schema: "working_groups",
                table: "members",
                columns: new[] { "group_id", "party_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_party_id",
                schema: "working_groups",
                table: "members",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_milestones_group_id",
                schema: "working_groups",
                table: "milestones",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_outputs_group_id",
                schema: "working_groups",
                table: "outputs",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_posts_member_id",
                schema: "working_groups",
                table: "posts",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_posts_thread_id_posted_at",
                schema: "working_groups",
                table: "posts",
                columns: new[] { "thread_id", "posted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_threads_group_id_last_post_at",
                schema: "working_groups",
                table: "threads",
                columns: new[] { "group_id", "last_post_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "__inbox",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "__outbox",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "charter_versions",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "credits",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "decisions",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "milestones",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "parties",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "posts",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "outputs",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "members",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "threads",
                schema: "working_groups");

            migrationBuilder.DropTable(
                name: "groups",
                schema: "working_groups");
        }
    }
}
