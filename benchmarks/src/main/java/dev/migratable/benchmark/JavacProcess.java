package dev.migratable.benchmark;

import javax.tools.ToolProvider;

/** Runs javac in a JVM of its own and prints what the whole process needed: CPU and wall milliseconds, heap megabytes. */
final class JavacProcess {

    private JavacProcess() {}

    /** Compiles; the arguments are javac's. */
    public static void main(String[] arguments) {
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
        if (status != 0) {
            System.exit(status);
        }
        System.out.println(Measurement.ofThisProcess().line());
    }
}
