using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SummaryLifecycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OffersSummaries",
                table: "Sections",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "ArticleSummaries",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsStale",
                table: "ArticleSummaries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "OffersSummary",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArticleSummaries_Origin_Method",
                table: "ArticleSummaries",
                columns: new[] { "Origin", "Method" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ArticleSummaries_Origin_Method",
                table: "ArticleSummaries");

            migrationBuilder.DropColumn(
                name: "OffersSummaries",
                table: "Sections");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "ArticleSummaries");

            migrationBuilder.DropColumn(
                name: "IsStale",
                table: "ArticleSummaries");

            migrationBuilder.DropColumn(
                name: "OffersSummary",
                table: "Articles");
        }
    }
}
