using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IJJO.Evaluation.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "evaluation");

            migrationBuilder.CreateTable(
                name: "__inbox",
                schema: "evaluation",
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
                schema: "evaluation",
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
                name: "cases",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    sender_name = table.Column<string>(type: "text", nullable: false),
                    entity_name = table.Column<string>(type: "text", nullable: true),
                    organisation_type = table.Column<string>(type: "text", nullable: true),
                    profession = table.Column<string>(type: "text", nullable: true),
                    country = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    lines_of_work = table.Column<string[]>(type: "text[]", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    blind_texts_interests = table.Column<string>(type: "text", nullable: true),
                    blind_texts_proposal = table.Column<string>(type: "text", nullable: true),
                    blind_texts_specialisation = table.Column<string>(type: "text", nullable: true),
                    texts_interests = table.Column<string>(type: "text", nullable: true),
                    texts_proposal = table.Column<string>(type: "text", nullable: true),
                    texts_specialisation = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conflicts",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluator_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    declared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflicts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "criteria",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_of_work = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    is_flag = table.Column<bool>(type: "boolean", nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    hint_en = table.Column<string>(type: "text", nullable: false),
                    hint_es = table.Column<string>(type: "text", nullable: false),
                    hint_fr = table.Column<string>(type: "text", nullable: false),
                    label_en = table.Column<string>(type: "text", nullable: false),
                    label_es = table.Column<string>(type: "text", nullable: false),
                    label_fr = table.Column<string>(type: "text", nullable: false),
                    steps_en = table.Column<string>(type: "text", nullable: false),
                    steps_es = table.Column<string>(type: "text", nullable: false),
                    steps_fr = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evaluators",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lines_of_work = table.Column<string[]>(type: "text[]", nullable: false),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    affiliation = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "groups",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    titles = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    line_of_work = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rubrics",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_of_work = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    criteria = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rubrics", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "senders",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mail_domain = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_senders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluator_name = table.Column<string>(type: "text", nullable: false),
                    lines_of_work = table.Column<string[]>(type: "text[]", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    assigned_by = table.Column<string>(type: "text", nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decline_reason = table.Column<string>(type: "text", nullable: true),
                    suggested_colleague_id = table.Column<Guid>(type: "uuid", nullable: true),
                    suggested_colleague = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminders_sent = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignments_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "evaluation",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    group_title = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_decisions_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "evaluation",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluator_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    message_for_party = table.Column<string>(type: "text", nullable: true),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessments_assignments_id",
                        column: x => x.id,
                        principalSchema: "evaluation",
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "line_assessments",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_of_work = table.Column<string>(type: "text", nullable: false),
                    rubric_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scores = table.Column<string>(type: "jsonb", nullable: false),
                    flags = table.Column<string[]>(type: "text[]", nullable: false),
                    proposal_score = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: true),
                    profile_score = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: true),
                    total = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_line_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_line_assessments_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalSchema: "evaluation",
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_line_assessments_rubrics_rubric_id",
                        column: x => x.rubric_id,
                        principalSchema: "evaluation",
                        principalTable: "rubrics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix___outbox_next_try_at",
                schema: "evaluation",
                table: "__outbox",
                column: "next_try_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_assessments_case_id",
                schema: "evaluation",
                table: "assessments",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_case_id_evaluator_id",
                schema: "evaluation",
                table: "assignments",
                columns: new[] { "case_id", "evaluator_id" },
                unique: true,
                filter: "state in ('open', 'done')");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_evaluator_id_state_due_at",
                schema: "evaluation",
                table: "assignments",
                columns: new[] { "evaluator_id", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_party_id",
                schema: "evaluation",
                table: "cases",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_state_submitted_at",
                schema: "evaluation",
                table: "cases",
                columns: new[] { "state", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_conflicts_case_id_evaluator_id",
                schema: "evaluation",
                table: "conflicts",
                columns: new[] { "case_id", "evaluator_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criteria_line_of_work_code",
                schema: "evaluation",
                table: "criteria",
                columns: new[] { "line_of_work", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_case_id",
                schema: "evaluation",
                table: "decisions",
                column: "case_id",
                unique: true,
                filter: "state in ('pending', 'applied')");

            migrationBuilder.CreateIndex(
                name: "ix_line_assessments_assessment_id_line_of_work",
                schema: "evaluation",
                table: "line_assessments",
                columns: new[] { "assessment_id", "line_of_work" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_line_assessments_rubric_id",
                schema: "evaluation",
                table: "line_assessments",
                column: "rubric_id");

            migrationBuilder.CreateIndex(
                name: "ix_rubrics_line_of_work_number",
                schema: "evaluation",
                table: "rubrics",
                columns: new[] { "line_of_work", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "__inbox",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "__outbox",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "conflicts",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "criteria",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "decisions",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "evaluators",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "groups",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "line_assessments",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "senders",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "assessments",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "rubrics",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "assignments",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "evaluation");
        }
    }
}
