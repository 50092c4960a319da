using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PictureUses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PictureUses",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PictureUses", x => new { x.File, x.ArticleId });
                    table.ForeignKey(
                        name: "FK_PictureUses_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PictureUses_ArticleId",
                table: "PictureUses",
                column: "ArticleId");

            // What articles show already: the picture over the text, then every name after "/media/" in it.
            migrationBuilder.Sql(
                """
                INSERT OR IGNORE INTO PictureUses (File, ArticleId) SELECT Picture_File, Id FROM Articles WHERE Picture_File IS NOT NULL;

                WITH RECURSIVE part(id, rest) AS (
                    SELECT ArticleId, substr(Html, instr(Html, '/media/') + 7) FROM ArticleBodies WHERE instr(Html, '/media/') > 0
                    UNION ALL
                    SELECT id, substr(rest, instr(rest, '/media/') + 7) FROM part WHERE instr(rest, '/media/') > 0)
                INSERT OR IGNORE INTO PictureUses (File, ArticleId)
                SELECT substr(rest, 1, CASE substr(rest, 34, 4) WHEN 'webp' THEN 37 ELSE 36 END), id FROM part WHERE substr(rest, 33, 1) = '.';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PictureUses");
        }
    }
}
