using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IJJO.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class SavedViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "default_view",
                schema: "platform",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    set = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    view = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_default_view", x => new { x.account_id, x.module, x.set });
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    set = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    permission = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    sharing = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    shared_role = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_view", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "view_alert",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    set = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    view = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    rhythm = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    names_rows = table.Column<bool>(type: "boolean", nullable: false),
                    seen_with = table.Column<string>(type: "text", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    mails = table.Column<int>(type: "integer", nullable: false),
                    off_reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_view_alert", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "view_feed",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    set = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    view = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_view_feed", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "view_alert_row",
                schema: "platform",
                columns: table => new
                {
                    alert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_view_alert_row", x => new { x.alert_id, x.key });
                    table.ForeignKey(
                        name: "fk_view_alert_row_view_alert_alert_id",
                        column: x => x.alert_id,
                        principalSchema: "platform",
                        principalTable: "view_alert",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_saved_view_module_set",
                schema: "platform",
                table: "saved_view",
                columns: new[] { "module", "set" });

            migrationBuilder.CreateIndex(
                name: "ix_saved_view_owner_id_module_set_name",
                schema: "platform",
                table: "saved_view",
                columns: new[] { "owner_id", "module", "set", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_view_alert_account_id_module_set_view",
                schema: "platform",
                table: "view_alert",
                columns: new[] { "account_id", "module", "set", "view" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_view_alert_due_at",
                schema: "platform",
                table: "view_alert",
                column: "due_at",
                filter: "off_reason IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_view_feed_account_id_module_set_view",
                schema: "platform",
                table: "view_feed",
                columns: new[] { "account_id", "module", "set", "view" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_view_feed_hash",
                schema: "platform",
                table: "view_feed",
                column: "hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "default_view",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "saved_view",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "view_alert_row",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "view_feed",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "view_alert",
                schema: "platform");
        }
    }
}
