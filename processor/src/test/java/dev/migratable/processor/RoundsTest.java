package dev.migratable.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that depend on what another processor generates. */
class RoundsTest {

    @TempDir
    Path folder;

    /** Generates an enum and a constant in the first round. */
    @SupportedAnnotationTypes("*")
    static final class Generator extends AbstractProcessor {

        private boolean done;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                generate("State", "package shop; enum State { OPEN, DONE }");
                generate("Sizes", "package shop; interface Sizes { int CODE = 12; }");
            }
            return false;
        }

        private void generate(String name, String text) {
            try (Writer writer =
                    processingEnv.getFiler().createSourceFile("shop." + name).openWriter()) {
                writer.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void whatIsGeneratedInAnEarlierRoundIsReadInTheNext() throws IOException {
        Path baseline = folder.resolve("baseline.json");
        Files.writeString(
                baseline,
                Outputs.text(
                        new Javac()
                                .compile(Javac.source("A", "@Entity @Migratable class A { @Id Long id; int gone; }")),
                        "META-INF/migratable/model.json"));
        Compilation compilation = Compiler.javac()
                .withProcessors(new MigratableProcessor(), new Generator())
                .withOptions(
                        "-Amigratable.baseline=" + baseline,
                        "-Amigratable.level.MIG101=off",
                        "-Amigratable.level.MIG304=off")
                .compile(Javac.source("A", """
                        @Entity @Migratable @Retired("gone") class A {
                            @Id Long id;
                            @Enumerated(EnumType.STRING) State state;
                            @Column(length = Sizes.CODE, nullable = false)
                            String code;
                        }
                        """));
        assertThat(compilation).succeeded();
        String model = Outputs.text(compilation, "META-INF/migratable/model.json");
        assertTrue(model.contains("character varying(12)"), model);
        assertTrue(model.contains("state in ('OPEN', 'DONE')"), model);
        assertEquals(2, compilation.warnings().size(), compilation.warnings()::toString);
        compilation.warnings().forEach(w -> {
            assertEquals(6, w.getLineNumber(), w.toString());
            assertTrue(w.getMessage(Locale.ROOT).contains("A.code (a.code): "), w.toString());
        });
    }
}
