using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IJJO.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class ErasedParties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erased_parties",
                schema: "platform",
                columns: table => new
                {
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_parties", x => x.party_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erased_parties",
                schema: "platform");
        }
    }
}
