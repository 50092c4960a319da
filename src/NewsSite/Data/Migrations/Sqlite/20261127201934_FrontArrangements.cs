using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FrontArrangements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Some events are no article's. EF would build the table anew outside the transaction; nothing refers to it, so it need not.
            migrationBuilder.Sql(Rebuilt("NULL"));

            migrationBuilder.CreateTable(
                name: "FrontArrangements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Placements = table.Column<string>(type: "TEXT", nullable: false),
                    Banner_Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Banner_ArticleId = table.Column<long>(type: "INTEGER", nullable: true),
                    Banner_Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrontArrangements", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FrontArrangements_Prepared",
                table: "FrontArrangements",
                column: "IsOut",
                unique: true,
                filter: "\"IsOut\" = 0");

            // What went out is only ever added to, whoever asks.
            migrationBuilder.Sql("""
                CREATE TRIGGER FrontArrangements_no_update BEFORE UPDATE ON FrontArrangements WHEN OLD.IsOut BEGIN SELECT RAISE(ABORT, 'What went out is only added to.'); END;
                CREATE TRIGGER FrontArrangements_no_delete BEFORE DELETE ON FrontArrangements WHEN OLD.IsOut BEGIN SELECT RAISE(ABORT, 'What went out is only added to.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FrontArrangements");

            migrationBuilder.Sql("DELETE FROM PublicationEvents WHERE ArticleId IS NULL;" + Rebuilt("NOT NULL"));
        }

        private static string Rebuilt(string articleId) => $"""
            CREATE TABLE "PublicationEvents_new" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK_PublicationEvents" PRIMARY KEY AUTOINCREMENT,
                "Kind" TEXT NOT NULL,
                "ArticleId" INTEGER {articleId},
                "DependencyTags" TEXT NOT NULL,
                "OccurredAt" TEXT NOT NULL,
                "DueAt" TEXT NOT NULL,
                CONSTRAINT "FK_PublicationEvents_Articles_ArticleId" FOREIGN KEY ("ArticleId") REFERENCES "Articles" ("Id") ON DELETE CASCADE
            );
            INSERT INTO "PublicationEvents_new" ("Id", "Kind", "ArticleId", "DependencyTags", "OccurredAt", "DueAt")
                SELECT "Id", "Kind", "ArticleId", "DependencyTags", "OccurredAt", "DueAt" FROM "PublicationEvents" ORDER BY "Id";
            DROP TABLE "PublicationEvents";
            ALTER TABLE "PublicationEvents_new" RENAME TO "PublicationEvents";
            CREATE INDEX "IX_PublicationEvents_ArticleId" ON "PublicationEvents" ("ArticleId");
            CREATE INDEX "IX_PublicationEvents_DueAt" ON "PublicationEvents" ("DueAt");
            """;
    }
}
