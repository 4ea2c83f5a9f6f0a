package dev.migratable.processor;

import com.google.auto.service.AutoService;
import dev.migratable.processor.option.ProcessorOptions;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code @Migratable} entities of a compilation, writes their descriptors and the model, and compares the model
 * with the committed baseline. It claims no annotation and lets no exception of its own escape into javac.
 */
@AutoService(Processor.class)
public final class MigratableProcessor extends AbstractProcessor {

    private @Nullable Compilation compilation;

    /** Creates the processor; javac does. */
    public MigratableProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        compilation = new Compilation(environment);
    }

    /** Returns everything, so that the model is written anew when the last entity is gone. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return ProcessorOptions.names(processingEnv.getOptions());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Compilation current = compilation;
        if (current != null) {
            current.process(round);
        }
        return false;
    }
}
