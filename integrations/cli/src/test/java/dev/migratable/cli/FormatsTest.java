package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.AcceptedRisk;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Compares every format with a committed text, and with its standard; {@code -Dgolden.update=true} rewrites the texts. */
class FormatsTest {

    private static final QualifiedName CUSTOMER = QualifiedName.inPublic("customer");

    /** What every format has to escape. */
    private static final String ODD = "a|b`c,d:e%f<g>&_h_";

    private static final Model V1 = Models.model(
            table("customer", id(), column("email", "varchar(100)"), column("fax", "text"), column("age", "integer")),
            table("shop.purchase", id(), column("customer_id", "bigint")));

    private static final Model V2 = new Model(
            Models.model(
                            table(
                                    "customer",
                                    id(),
                                    column("email_address", "varchar(100)"),
                                    column("age", "text"),
                                    column(ODD, "text"),
                                    column("region", "text")),
                            table("shop.purchase", id(), column("customer_id", "bigint not null"))
                                    .withForeignKeys(List.of(ForeignKey.of(
                                            "purchase_customer_id_fkey",
                                            List.of("customer_id"),
                                            CUSTOMER,
                                            List.of("id")))))
                    .schema(),
            new Declarations(
                    List.of(new ColumnRename(CUSTOMER, "email", "email_address")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new AcceptedRisk(
                            QualifiedName.parse("shop.purchase"),
                            Optional.of("customer_id"),
                            "MIG204",
                            "purchases <always> have one, see @Owner"))));

    @TempDir
    private Path dir;

    private String run(String command, String format, int exit, Model to, String... more) {
        Path from = Models.write(dir.resolve("v1.json"), V1);
        Path desired = Models.write(dir.resolve("v2.json"), to);
        List<String> args = new ArrayList<>(
                List.of(command, "--from", from.toString(), "--to", desired.toString(), "--format", format));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new)).exits(exit).out();
    }

    private String neutral(String text) {
        return text.replace(dir.toUri().toASCIIString(), "file:///project/")
                .replace(dir.toString(), "/project")
                .replace(Version.text(), "VERSION");
    }

    @ParameterizedTest
    @CsvSource({
        "diff, text, txt", "diff, json, json", "diff, markdown, md", "diff, sarif, sarif", "diff, junit, xml",
        "diff, github, github", "plan, text, txt", "plan, json, json", "plan, markdown, md", "plan, sarif, sarif",
        "plan, junit, xml", "plan, github, github", "diff, html, html", "plan, html, html"
    })
    void everyFormatIsAsItWas(String command, String format, String extension) throws IOException {
        String actual = neutral(run(
                command,
                format,
                command.equals("plan") ? ExitCode.REFUSED : ExitCode.RISK,
                V2,
                "--fail-on",
                "unsafe",
                "--docs-url",
                "https://docs.example.org/migratable"));
        assertGolden(command + "." + extension, actual);
    }

    /** V2 without the change of type, for which no plan is made, and with the drop declared. */
    @ParameterizedTest
    @CsvSource({"text, txt", "json, json", "markdown, md", "sarif, sarif", "junit, xml", "github, github", "html, html"
    })
    void aPlanThatIsMadeIsAsItWas(String format, String extension) throws IOException {
        assertGolden("plan-made." + extension, neutral(run("plan", format, 0, planned(), "--retire", "customer.fax")));
    }

    private static Model planned() {
        Schema schema = V2.schema()
                .editTable(
                        CUSTOMER,
                        customer -> customer.withColumns(customer.columns().stream()
                                .map(column -> column.name().equals("age") ? column("age", "integer") : column)
                                .toList()));
        return new Model(schema, V2.declarations());
    }

    private static void assertGolden(String name, String actual) throws IOException {
        Path file = Path.of("src/test/resources/dev/migratable/cli/golden", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, () -> file + " differs; rewrite it with -Dgolden.update=true");
    }

    @Test
    void withoutDifferencesEveryFormatSaysSo() throws IOException {
        assertEquals(
                "### Schema diff\n\nFrom `/project/v1.json` to `/project/v2.json`: no differences\n",
                neutral(run("diff", "markdown", 0, V1)));
        assertEquals("", run("diff", "github", 0, V1));
        assertTrue(run("diff", "junit", 0, V1).contains("<testcase classname=\"migratable\" name=\"no differences\">"));
        assertEquals(0, json(run("diff", "sarif", 0, V1)).at("/runs/0/results").size());
        for (String format : List.of("sarif", "json")) {
            assertValid(format.equals("sarif") ? sarifSchema() : ownSchema("plan"), run("plan", format, 0, V1));
        }
    }

    /** Whatever a name holds, it stays text: the page is read as XML, which knows no element but those it has. */
    @Test
    void aPageNeedsNothingBesideItself() throws Exception {
        for (String page : List.of(
                run("diff", "html", 0, V1),
                run("diff", "html", 0, V2, "--docs-url", "https://docs.example.org/?a=1&b='x'"),
                run("plan", "html", ExitCode.REFUSED, V2),
                run("plan", "html", 0, planned(), "--retire", "customer.fax"))) {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page.replaceFirst("<!DOCTYPE html>", ""))));
            Set<String> elements = new TreeSet<>();
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                elements.add(element.getTagName());
                assertEquals("", element.getAttribute("src") + element.getAttribute("onclick"));
                assertTrue(
                        element.getAttribute("href").isEmpty()
                                || element.getAttribute("href").startsWith("https://docs.example.org/"),
                        element.getAttribute("href"));
            }
            elements.removeAll(List.of(
                    "a", "body", "code", "details", "h1", "h2", "head", "html", "li", "meta", "p", "pre", "span",
                    "style", "summary", "table", "tbody", "td", "th", "thead", "title", "tr", "ul"));
            assertEquals(Set.of(), elements);
        }
        assertEquals("a &lt;b&gt; &amp;&quot;&#39; \uFFFD", Html.text("a <b> &\"' \u0007"));
    }

    @Test
    void jsonIsAsItsSchemaSaysAndHasNoMemberThatTheSchemaLacks() throws IOException {
        assertValid(ownSchema("diff"), run("diff", "json", 0, V2));
        assertValid(ownSchema("diff"), run("diff", "json", 0, V2, "--table", "customer"));
        assertValid(ownSchema("plan"), run("plan", "json", ExitCode.REFUSED, V2));
        assertValid(ownSchema("plan"), run("plan", "json", 0, planned(), "--retire", "customer.fax"));
    }

    @Test
    void sarifIsAsTheStandardSays() throws IOException {
        assertValid(sarifSchema(), run("diff", "sarif", 0, V2));
        assertValid(
                sarifSchema(), run("plan", "sarif", ExitCode.REFUSED, V2, "--docs-url", "https://example.org/docs/"));
    }

    @Test
    void sarifNamesRulePlaceAndLevelOfEachFinding() throws IOException {
        JsonNode run = json(run("diff", "sarif", 0, V2, "--docs-url", "https://example.org/docs"))
                .at("/runs/0");
        Map<String, String> levels = new TreeMap<>();
        List<String> fingerprints = new ArrayList<>();
        for (JsonNode result : run.get("results")) {
            JsonNode rule =
                    run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt());
            assertEquals(result.get("ruleId"), rule.get("id"));
            assertEquals(
                    "https://example.org/docs/rules/" + rule.get("id").asText() + ".md",
                    rule.get("helpUri").asText());
            fingerprints.add(result.get("partialFingerprints").toString());
            JsonNode place = result.at("/locations/0");
            assertEquals(
                    dir.resolve("v2.json").toUri().toASCIIString(),
                    place.at("/physicalLocation/artifactLocation/uri").asText());
            levels.put(
                    result.get("ruleId").asText() + " "
                            + place.at("/logicalLocations/0/fullyQualifiedName").asText(),
                    result.get("level").asText());
        }
        assertEquals("error", levels.get("MIG101 public.customer.fax"), levels::toString);
        assertEquals("error", levels.get("MIG204 shop.purchase.customer_id"), levels::toString);
        assertEquals(fingerprints.size(), fingerprints.stream().distinct().count());
    }

    @Test
    void fingerprintsDoNotDependOnTheRestOfTheComparison() throws IOException {
        JsonNode all = json(run("diff", "sarif", 0, V2)).at("/runs/0/results");
        JsonNode some = json(run("diff", "sarif", 0, V2, "--table", "shop.*")).at("/runs/0/results");
        List<String> known = all.findValuesAsText("migratableFinding/v1");
        assertTrue(some.size() > 0 && some.size() < all.size(), some::toString);
        assertTrue(known.containsAll(some.findValuesAsText("migratableFinding/v1")));
    }

    @Test
    void junitHasOneTestCaseForEachChangeAndFailsWhereTheCommandFails() throws Exception {
        int changes = json(run("diff", "json", 0, V2)).get("changes").size();
        Document without = xml(run("diff", "junit", 0, V2));
        assertEquals(changes, without.getElementsByTagName("testcase").getLength());
        assertEquals(0, without.getElementsByTagName("failure").getLength());
        Document failed = xml(run("diff", "junit", ExitCode.RISK, V2, "--fail-on", "destructive"));
        NodeList failures = failed.getElementsByTagName("failure");
        Element first = (Element) failures.item(0);
        assertEquals("DESTRUCTIVE", first.getAttribute("type"));
        assertEquals("drop column customer.fax", ((Element) first.getParentNode()).getAttribute("name"));
        Element suite = (Element) failed.getElementsByTagName("testsuite").item(0);
        assertEquals(String.valueOf(failures.getLength()), suite.getAttribute("failures"));
        assertEquals(String.valueOf(changes), suite.getAttribute("tests"));
        NodeList cases = failed.getElementsByTagName("testcase");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            names.add(((Element) cases.item(i)).getAttribute("name"));
        }
        assertTrue(names.contains("add column customer." + ODD + " text"), names::toString);
    }

    @Test
    void annotationsAreEscapedAsGithubDemands() {
        String text = run("diff", "github", 0, V2);
        assertTrue(text.contains("::error title=MIG101 DESTRUCTIVE customer.fax::drop column customer.fax%0A"), text);
        assertTrue(
                text.contains(
                        "::notice title=SAFE customer::add column customer." + ODD.replace("%", "%25") + " text\n"),
                text);
        assertTrue(text.lines().allMatch(line -> line.matches("::(error|warning|notice) title=[^:]*::.*")), text);
    }

    @Test
    void markdownCannotBeBrokenByNames() {
        String text = run("diff", "markdown", 0, V2);
        assertTrue(text.contains("| ``add column customer.a\\|b`c,d:e%f<g>&_h_ text`` |"), text);
        assertTrue(text.contains("purchases \\<always\\> have one, see `@Owner`"), text);
        assertTrue(text.contains(" ``customer.a|b`c,d:e%f<g>&_h_`` comes while fax"), text);
        assertEquals("`@A(\"x\")` &#64; 5 \\#12", Markdown.text("@A(\"x\") @ 5 #12"));
    }

    @Test
    void aPlanFailsOnARiskAndARefusalWins() {
        String[] made = {"--retire", "customer.fax", "--fail-on", "unsafe"};
        run("plan", "text", ExitCode.RISK, planned(), made);
        run("plan", "text", 0, planned(), "--retire", "customer.fax", "--fail-on", "DESTRUCTIVE");
        run("plan", "text", ExitCode.REFUSED, V2, made);
        run("diff", "text", ExitCode.CHANGES, planned(), "--retire", "customer.fax", "--exit-code");
        run(
                "diff",
                "text",
                ExitCode.RISK,
                planned(),
                "--retire",
                "customer.fax",
                "--exit-code",
                "--fail-on",
                "caution");
    }

    @Test
    void theUrlOfTheDocsMustBeOne() {
        for (String url : List.of("docs", "http://a b")) {
            String line = Cli.run("diff", "--from", "a", "--to", "b", "--docs-url", url)
                    .exits(ExitCode.USAGE)
                    .errorLine();
            assertTrue(line.contains("'" + url + "' is no "), line);
        }
    }

    @Test
    void sourcesBecomeUris() {
        assertEquals("target/classes", Places.uri("target/classes"));
        assertEquals("shop/my%20model.json", Places.uri(Source.HIBERNATE + "shop/my model.json"));
        assertEquals("./a:b.json", Places.uri("a:b.json"));
        assertEquals("file:///srv/m.json", Places.uri("/srv/m.json"));
        assertEquals("jdbc:postgresql://h:5432/d", Places.uri("jdbc:postgresql://h:5432/d"));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
    }

    private static JsonNode sarifSchema() throws IOException {
        try (InputStream schema = FormatsTest.class.getResourceAsStream("sarif-schema-2.1.0.json")) {
            return json(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Returns the published schema of one command, closed: what it does not name is an error here. */
    private static JsonNode ownSchema(String command) throws IOException {
        Path file = Path.of(System.getProperty("migratable.root"), "docs/reference/cli-json.schema.json");
        ObjectNode schema = (ObjectNode) json(Files.readString(file));
        schema.remove("anyOf");
        for (JsonNode parent : schema.findParents("properties")) {
            ((ObjectNode) parent).put("additionalProperties", false);
        }
        schema.put("$ref", "#/$defs/" + command);
        return schema;
    }

    private static void assertValid(JsonNode schema, String text) throws IOException {
        VersionFlag version =
                schema.get("$schema").asText().contains("draft-04") ? VersionFlag.V4 : VersionFlag.V202012;
        assertEquals(
                List.of(),
                List.copyOf(
                        JsonSchemaFactory.getInstance(version).getSchema(schema).validate(json(text))));
    }
}
