namespace NewsSite.Tests.Standards;

/// <summary>Where the site departs from CommonMark, and why.</summary>
internal static class CommonMarkDifferences
{
    public static readonly IReadOnlyList<(string Reason, int[] Examples)> All =
    [
        (
            "Raw HTML is shown as text: an article can hold no markup but Markdown's.",
            [
                21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173,
                174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 201, 308, 309, 344, 476, 477, 491, 494, 524,
                536, 613, 614, 615, 616, 617, 623, 624, 625, 626, 627, 628, 629, 630, 631, 642, 643
            ]),
        (
            "A page's own headline is its one h1, so headings in a text begin at h2 and leave out no rank; empty ones are left out.",
            [
                10, 62, 66, 67, 68, 72, 73, 74, 75, 76, 78, 79, 80, 81, 82, 83, 84, 115, 141, 214, 215, 227, 228, 229, 230, 232, 300, 646, 647
            ]),
        (
            "Quotation marks, dashes and dots are set as printers set them.",
            [
                12, 14, 27, 41, 46, 55, 87, 91, 106, 197, 209, 210, 343, 352, 359, 363, 380, 385, 395, 508, 590, 619, 620, 622, 632, 650
            ]),
        (
            "A link's title is left out: it shows on no phone.",
            [
                22, 23, 32, 33, 192, 193, 194, 195, 196, 202, 217, 482, 505, 506, 509, 510, 527, 539, 542, 543, 553, 554, 555, 556, 557, 558, 559, 561,
                593
            ]),
        (
            "A picture is shown only when the library holds it, and its words stand under it.",
            [
                475, 517, 520, 531, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 591
            ]),
        (
            "A link that leads nowhere, or has no words, is left out; its words stay.",
            [
                200, 484, 485, 486, 487, 567
            ]),
        (
            "Only http, https, mailto and tel addresses of real hosts become links; of others the words stay.",
            [
                346, 500, 596, 598, 599, 600, 601
            ]),
        (
            "Addresses are written in full, as browsers send them: a host alone ends in a slash.",
            [
                20, 501, 594
            ]),
        (
            "A bare address in the text is a link.",
            [
                608, 611
            ]),
    ];
}
