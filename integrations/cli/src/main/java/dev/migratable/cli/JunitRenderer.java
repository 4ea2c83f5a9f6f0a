package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes changes as JUnit's XML, for the test reports of a build server: one test case for each change, failed where
 * the command fails because of it.
 */
final class JunitRenderer {

    private final Report report;

    private JunitRenderer(Report report) {
        this.report = report;
    }

    /** A test case and why it failed. */
    private record Case(String group, String name, Optional<Failure> failure, String output) {}

    /** What made a test case fail. */
    private record Failure(String type, String message, String details) {}

    /** Returns the document, which ends with a newline. */
    static String render(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitRenderer(report).write(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes every character", e);
        }
        return text.toString();
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (ClassifiedChange change : report.changes()) {
            String details = DiffTextRenderer.render(change, report.pages(), Ink.NONE);
            String message = change.findings().isEmpty()
                    ? change.risk().name()
                    : change.findings().get(0).rule() + " "
                            + change.findings().get(0).element() + ": "
                            + change.findings().get(0).message();
            cases.add(new Case(
                    change.change().table().toString(),
                    change.change().description(),
                    report.fails(change)
                            ? Optional.of(new Failure(change.risk().name(), message, details))
                            : Optional.empty(),
                    details));
        }
        for (Refusal refusal : report.refusals()) {
            cases.add(new Case(
                    "refused",
                    refusal.change(),
                    Optional.of(new Failure("REFUSED", refusal.reason(), refusal.line() + "\n")),
                    ""));
        }
        if (cases.isEmpty()) {
            // Some build servers take a report without a test case for a broken build.
            cases.add(new Case("migratable", DiffTextRenderer.NO_DIFFERENCES, Optional.empty(), ""));
        }
        return cases;
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        List<Case> cases = cases();
        String tests = Integer.toString(cases.size());
        String failures = Long.toString(
                cases.stream().filter(single -> single.failure().isPresent()).count());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        counts(xml, "migratable " + report.command(), tests, failures);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        counts(
                xml,
                report.comparison().from().place() + " to "
                        + report.comparison().to().place(),
                tests,
                failures);
        xml.writeAttribute("skipped", "0");
        for (Case single : cases) {
            write(xml, single);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
    }

    private static void counts(XMLStreamWriter xml, String name, String tests, String failures)
            throws XMLStreamException {
        xml.writeAttribute("name", legal(name));
        xml.writeAttribute("tests", tests);
        xml.writeAttribute("failures", failures);
        xml.writeAttribute("errors", "0");
    }

    private static void write(XMLStreamWriter xml, Case single) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", legal(single.group()));
        xml.writeAttribute("name", legal(single.name()));
        if (single.failure().isPresent()) {
            Failure failure = single.failure().get();
            xml.writeCharacters("\n      ");
            xml.writeStartElement("failure");
            xml.writeAttribute("type", failure.type());
            xml.writeAttribute("message", legal(failure.message()));
            xml.writeCharacters(legal(failure.details()));
            xml.writeEndElement();
            xml.writeCharacters("\n    ");
        } else if (!single.output().isEmpty()) {
            xml.writeCharacters("\n      ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(single.output()));
            xml.writeEndElement();
            xml.writeCharacters("\n    ");
        }
        xml.writeEndElement();
    }

    /** Replaces the characters that XML 1.0 cannot hold, not even escaped. */
    private static String legal(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]|[\\x{FFFE}\\x{FFFF}]|\\p{Cs}", "\uFFFD");
    }
}
