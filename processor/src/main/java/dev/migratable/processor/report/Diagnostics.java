package dev.migratable.processor.report;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Prints messages on elements, in one form, and remembers whether one was an error. Not thread-safe, as javac is not. */
public final class Diagnostics {

    private final Messager messager;
    private boolean failed;

    /** Creates one that prints through the compiler's messager. */
    public Diagnostics(Messager messager) {
        this.messager = messager;
    }

    /** Reports an error on an element, preceded by the element's name. */
    public void error(Element element, Problem problem, Object... arguments) {
        failed = true;
        String text = "[" + problem.code() + "] " + place(element) + ": " + problem.text(arguments);
        messager.printMessage(Diagnostic.Kind.ERROR, text, element);
    }

    /** Reports an error that has no element. */
    public void error(Problem problem, Object... arguments) {
        failed = true;
        messager.printMessage(Diagnostic.Kind.ERROR, "[" + problem.code() + "] " + problem.text(arguments));
    }

    /** Reports a warning on an element, preceded by the element's name. */
    public void warning(Element element, Problem problem, Object... arguments) {
        String text = "[" + problem.code() + "] " + place(element) + ": " + problem.text(arguments);
        messager.printMessage(Diagnostic.Kind.WARNING, text, element);
    }

    /** Prints a finished line on an element. */
    public void line(Diagnostic.Kind kind, String line, Element element) {
        failed |= kind == Diagnostic.Kind.ERROR;
        messager.printMessage(kind, line, element);
    }

    /** Prints a finished line without an element. */
    public void line(Diagnostic.Kind kind, String line) {
        failed |= kind == Diagnostic.Kind.ERROR;
        messager.printMessage(kind, line);
    }

    /** Returns whether an error has been reported. */
    public boolean failed() {
        return failed;
    }

    /** Names an element for people: {@code Customer}, {@code Customer.email}, {@code package shop}. */
    public static String place(Element element) {
        if (element instanceof PackageElement) {
            return "package " + element;
        }
        if (element instanceof TypeElement) {
            return element.getSimpleName().toString();
        }
        String member = element.getSimpleName().toString();
        String suffix = element instanceof ExecutableElement && element.getKind() == ElementKind.METHOD ? "()" : "";
        Element owner = element.getEnclosingElement();
        return (owner == null ? "" : owner.getSimpleName() + ".") + member + suffix;
    }
}
