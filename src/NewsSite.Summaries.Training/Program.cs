using NewsSite.Summaries.Training;
using NewsSite.Summaries.Training.Commands;

const string usage = """
    predict IN.jsonl OUT.jsonl [--plain] [--weights FILE]
        IN: {"id", "sentences": []} or {"id", "paragraphs": []}, with headline, standfirst, language if known.
    score REFERENCES PREDICTIONS [--base OTHER]
        ROUGE-1/2/Lsum with 95 % intervals; --base adds the paired difference.
    train TRAIN.jsonl OUT.bin [--dev DEV.jsonl]
        TRAIN: lines as for predict, with "reference": the human summary. An export of a site's archive will do.
    coverage FOLDER [--half tuning|report] [--each] [--weights FILE]
        What summaries carry of hand-marked facts, beside lead, plain method and the best possible.
    golden GOLDEN [--texts DEV.jsonl]
        Features within 1e-3 and scores within 1e-4 of the reference implementation.
    Files may be gzipped.
    """;

try
{
    return args switch
    {
        ["predict", .. var rest] => PredictCommand.Run(new Arguments(rest)),
        ["score", .. var rest] => ScoreCommand.Run(new Arguments(rest)),
        ["train", .. var rest] => TrainCommand.Run(new Arguments(rest)),
        ["coverage", .. var rest] => CoverageCommand.Run(new Arguments(rest)),
        ["golden", .. var rest] => GoldenCommand.Run(new Arguments(rest)),
        _ => throw new UsageException("Which command?"),
    };
}
catch (Exception error) when (error is UsageException or IOException or InvalidDataException)
{
    await Console.Error.WriteLineAsync(error.Message);
    if (error is UsageException) await Console.Error.WriteLineAsync(usage);
    return 1;
}
