using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ArticleAddresses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was withdrawn has left its address, which goes on answering that it is gone.
            migrationBuilder.Sql("INSERT OR IGNORE INTO FormerSlugs (Owner, Slug, TargetId) SELECT 'Article', Slug, Id FROM Articles WHERE WithdrawnAt IS NOT NULL AND Status <> 'Published'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM FormerSlugs WHERE Owner = 'Article'");
        }
    }
}
