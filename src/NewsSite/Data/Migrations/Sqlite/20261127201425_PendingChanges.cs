using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PendingChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "WorkingCopies",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "Private");

            migrationBuilder.AddColumn<long>(
                name: "SubmittedById",
                table: "WorkingCopies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkingCopies_InReview",
                table: "WorkingCopies",
                column: "ArticleId",
                filter: "\"Status\" = 'InReview'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkingCopies_InReview",
                table: "WorkingCopies");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "WorkingCopies");

            migrationBuilder.DropColumn(
                name: "SubmittedById",
                table: "WorkingCopies");
        }
    }
}
