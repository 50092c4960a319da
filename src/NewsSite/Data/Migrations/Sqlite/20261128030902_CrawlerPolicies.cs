using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CrawlerPolicies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AllowsAiAnswers",
                table: "SiteProfile",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsAiSearch",
                table: "SiteProfile",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsAiTraining",
                table: "SiteProfile",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MiningPage",
                table: "SiteProfile",
                type: "TEXT",
                maxLength: 100,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AllowsAiAnswers",
                table: "SiteProfile");

            migrationBuilder.DropColumn(
                name: "AllowsAiSearch",
                table: "SiteProfile");

            migrationBuilder.DropColumn(
                name: "AllowsAiTraining",
                table: "SiteProfile");

            migrationBuilder.DropColumn(
                name: "MiningPage",
                table: "SiteProfile");
        }
    }
}
