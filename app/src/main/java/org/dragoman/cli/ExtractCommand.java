package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleExtractor;
import org.dragoman.output.ArticleFiles;
import org.dragoman.output.ArticleFormat;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the clean articles out of pages, in any language: title, authors, dates, body; menus, teasers, share"
                    + " rows, comments and other furniture left out.",
            "",
            "What can't be read is named, one line each, and counted; the rest is read all the same."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was read", "1:something could not be read", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman extract samples --out articles",
            "  dragoman extract news.warc.gz --format json > articles.jsonl",
            "  curl -s URL | dragoman extract -"
        })
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private PagesOption input = new PagesOption();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the articles, made if it isn't there: one file each, or articles.jsonl. The same"
                    + " article always gets the same name. Default: standard output.")
    private @Nullable Path folder;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, markdown or json (one article a line). Default: ${DEFAULT-VALUE}.")
    private ArticleFormat format = ArticleFormat.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "No summary, only failures.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final ArticleExtractor extractor = new ArticleExtractor().withAnyLanguage();
    private int pages;
    private int articles;
    private int failures;

    @Override
    public Integer call() throws IOException {
        PrintWriter messages = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        try (ArticleFiles files = folder == null ? ArticleFiles.to(out, format) : ArticleFiles.in(folder, format)) {
            input.read(page -> write(page, files), this::failure);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        Terminal.flush(out);
        if (!quiet) {
            messages.println(ReadRun.count(pages, "page") + ", " + ReadRun.count(articles, "article") + ", "
                    + ReadRun.count(failures, "failure"));
        }
        return failures == 0 ? 0 : 1;
    }

    private void write(Page page, ArticleFiles files) {
        pages++;
        List<Article> found;
        try {
            found = extractor.extract(page);
        } catch (UnreadablePageException unreadable) {
            failure(unreadable);
            return;
        }
        if (found.isEmpty()) {
            failure(new UnreadablePageException(page.url(), "holds no article"));
        }
        try {
            for (Article article : found) {
                articles++;
                files.write(article);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void failure(UnreadablePageException failure) {
        failures++;
        spec.commandLine().getErr().println("dragoman: " + failure.getMessage());
    }
}
