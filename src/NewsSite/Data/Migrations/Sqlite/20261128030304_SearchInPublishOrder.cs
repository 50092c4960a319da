using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchInPublishOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "StaleSearchRows",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaleSearchRows", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_StaleSearchRows_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Row numbers in publish order, and names beside the text. What was published before is read anew in the background.
            migrationBuilder.Sql("DROP TABLE ArticleSearch");
            migrationBuilder.Sql("CREATE VIRTUAL TABLE ArticleSearch USING fts5(Headline, Standfirst, Body, Authors, Tags, Marks, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')");
            migrationBuilder.Sql("INSERT INTO StaleSearchRows (ArticleId) SELECT Id FROM Articles WHERE Status = 'Published'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StaleSearchRows");

            migrationBuilder.Sql("DROP TABLE ArticleSearch");
            migrationBuilder.Sql("CREATE VIRTUAL TABLE ArticleSearch USING fts5(Headline, Standfirst, Body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')");
        }
    }
}
