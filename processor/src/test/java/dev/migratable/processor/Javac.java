package dev.migratable.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;

/** Compiles source text with the processor. */
final class Javac {

    private static final String IMPORTS = String.join(
            "",
            "import dev.migratable.annotations.*; import jakarta.persistence.*; import java.math.BigDecimal;",
            " import java.util.*;");

    private final List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing", "-implicit:none"));

    Javac with(String option) {
        options.add(option);
        return this;
    }

    Compilation compile(JavaFileObject... sources) {
        return compile(List.of(sources));
    }

    Compilation compile(List<JavaFileObject> sources) {
        return Compiler.javac()
                .withProcessors(new MigratableProcessor())
                .withOptions(options)
                .compile(sources);
    }

    /** Makes a source file in the package {@code shop}; its imports are on the first line, the text starts on the second. */
    static JavaFileObject source(String type, String text) {
        return JavaFileObjects.forSourceString("shop." + type, "package shop; " + IMPORTS + "\n" + text);
    }
}
