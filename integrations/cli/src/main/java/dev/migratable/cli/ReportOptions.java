package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Risk;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Chooses how {@code diff} and {@code plan} write their result, and which risk makes them fail. */
final class ReportOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            description = "How the result is written: text (unless said), json, markdown (pull requests), sarif (code"
                    + " scanning), junit (test reports), github (annotations) or html (a page for a browser).")
    private Format format = Format.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "RISK",
            converter = RiskConverter.class,
            description = "Exits with 7 where a change has this risk or a greater one: caution, unsafe or destructive.")
    private Optional<Risk> failOn = Optional.empty();

    @Option(
            names = "--docs-url",
            paramLabel = "URL",
            converter = UrlConverter.class,
            description = "Where the project's docs are published, for links to the rules' pages.")
    private Optional<String> docsUrl = Optional.empty();

    /** Reads an absolute URL; another text is wrong usage. */
    static final class UrlConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            try {
                if (URI.create(value).isAbsolute()) {
                    return value;
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + value + "' is no URL: " + e.getMessage());
            }
            throw new TypeConversionException("'" + value + "' is no absolute URL");
        }
    }

    /** Puts together what the formats are written from. */
    Report report(String command, Comparison comparison, List<ClassifiedChange> changes, List<Refusal> refusals) {
        return new Report(command, comparison, changes, refusals, failOn, new RulePages(docsUrl));
    }

    /** Returns the result in the format that was chosen. */
    String render(
            Report report,
            Supplier<String> text,
            Supplier<String> json,
            Function<Report, String> markdown,
            Function<Report, String> html) {
        return switch (format) {
            case TEXT -> text.get();
            case JSON -> json.get();
            case MARKDOWN -> markdown.apply(report);
            case SARIF -> SarifRenderer.render(report);
            case JUNIT -> JunitRenderer.render(report);
            case GITHUB -> GithubRenderer.render(report);
            case HTML -> html.apply(report);
        };
    }

    /**
     * Returns the exit code, and says on standard error where a risk makes the command fail. A refusal wins: it stands
     * whatever is accepted.
     *
     * @param otherwise the exit code where no risk makes it fail
     */
    static int exit(Report report, Shell shell, int otherwise) {
        Optional<String> failure = report.failure();
        // On a terminal it belongs behind the result.
        shell.out().flush();
        failure.ifPresent(shell.err()::println);
        return failure.isPresent() && otherwise != ExitCode.REFUSED ? ExitCode.RISK : otherwise;
    }
}
