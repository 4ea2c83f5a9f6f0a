package dev.migratable.processor.check;

import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.write.OutputFolder;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says, once, which XML mapping files Hibernate would read and Migratable does not, where the compiler can see them: in the
 * class output or on the class path. A file that maps nothing is named as well, for it is not read.
 */
public final class XmlMappingCheck {

    private static final String ORM = "META-INF/orm.xml";
    private static final String PERSISTENCE = "META-INF/persistence.xml";
    private static final String HIBERNATE = "hibernate.cfg.xml";

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern MAPPING_FILE = Pattern.compile(
            "<(?:\\w+:)?mapping-file\\s*>([^<]+)</|<(?:\\w+:)?mapping\\s[^>]*resource\\s*=\\s*[\"']([^\"']+)");

    private final OutputFolder output;
    private final Diagnostics diagnostics;
    private final ProcessorOptions options;

    /** Creates one for a compilation. */
    public XmlMappingCheck(OutputFolder output, Diagnostics diagnostics, ProcessorOptions options) {
        this.output = output;
        this.diagnostics = diagnostics;
        this.options = options;
    }

    /** Prints one warning that names all files; nothing where there is none. */
    public void check() {
        SortedSet<String> files = new TreeSet<>();
        if (output.find(ORM).isPresent()) {
            files.add(ORM);
        }
        addListed(files, PERSISTENCE);
        addListed(files, HIBERNATE);
        if (!files.isEmpty()) {
            new Warnings(diagnostics, options).print(Problem.XML_MAPPING, String.join(", ", files));
        }
    }

    private void addListed(SortedSet<String> files, String configuration) {
        output.find(configuration).ifPresent(text -> {
            Matcher matcher = MAPPING_FILE.matcher(COMMENT.matcher(text).replaceAll(""));
            while (matcher.find()) {
                String file = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                files.add(file.strip() + " (of " + configuration + ")");
            }
        });
    }
}
