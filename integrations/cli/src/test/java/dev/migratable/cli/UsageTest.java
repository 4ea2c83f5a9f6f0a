package dev.migratable.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    private static final List<String> COMMANDS =
            List.of("snapshot", "diff", "plan", "generate", "apply", "status", "rollback", "purge", "verify");

    @Test
    void helpListsTheCommandsAndTheExitCodes() {
        String help = Cli.run("--help").exits(0).out();
        for (String command : COMMANDS) {
            assertTrue(help.lines().anyMatch(line -> line.matches("  " + command + " +\\S.*")), command + "\n" + help);
        }
        for (String code : List.of("0", "1", "2", "3", "4", "5", "6", "7", "64", "130")) {
            assertTrue(help.lines().anyMatch(line -> line.matches(" +" + code + " +\\S.*")), code + "\n" + help);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "diff", "plan", "generate", "apply", "status", "rollback", "purge", "verify"})
    void everyCommandHasHelpWithDebug(String command) {
        String help = Cli.run(command, "--help").exits(0).out();
        assertTrue(help.startsWith("Usage: migratable " + command + " "), help);
        assertTrue(help.contains("--debug"), help);
    }

    @Test
    void versionIsTheOneThatWasBuilt() {
        String version = Cli.run("--version").exits(0).out();
        assertTrue(version.matches("migratable \\d+\\.\\d+\\.\\d+\\S*\\R"), version);
    }

    @Test
    void helpIsACommandToo() {
        assertEquals(
                Cli.run("apply", "--help").out(),
                Cli.run("help", "apply").exits(0).out());
    }

    @Test
    void noCommandIsWrongUsage() {
        assertEquals(
                "migratable: Missing required subcommand (see 'migratable --help')",
                Cli.run().exits(64).errorLine());
    }

    @Test
    void unknownCommandOptionAndFormatAreWrongUsageInOneLine() {
        String command = Cli.run("diffs").exits(64).errorLine();
        assertTrue(command.startsWith("migratable: "), command);
        assertTrue(command.contains("'diffs'") && command.contains("did you mean"), command);
        String missing = Cli.run("diff", "--from", "a.json").exits(64).errorLine();
        assertEquals("migratable diff: Missing required option: '--to=SOURCE' (see 'migratable diff --help')", missing);
        String format = Cli.run("diff", "--from", "a", "--to", "b", "--format", "pdf")
                .exits(64)
                .errorLine();
        assertEquals(
                "migratable diff: Invalid value for option '--format': 'pdf' is none of text, json, markdown, sarif,"
                        + " junit, github, html (see 'migratable diff --help')",
                format);
        String status =
                Cli.run("status", "--url", "u", "--format", "sarif").exits(64).errorLine();
        assertTrue(status.contains("'sarif' is none of text, json (see"), status);
        String risk = Cli.run("plan", "--from", "a", "--to", "b", "--fail-on", "safe")
                .exits(64)
                .errorLine();
        assertTrue(risk.contains("'safe' is none of caution, unsafe, destructive (see"), risk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--password=s3cret", "--pasword=s3cret", "--password s3cret s3cret"})
    void aPasswordThatIsGivenAsAnArgumentIsNotPrinted(String arguments) {
        Cli.Result result = Cli.run(("snapshot jdbc:postgresql://localhost:1/x " + arguments).split(" "));
        result.exits(64);
        assertFalse(result.errorLine().contains("s3cret"), result.err());
    }

    @Test
    void passwordsOfUrlsAreMaskedWhereverTheyStand() {
        assertEquals(
                "'jdbc:postgresql://h/d?user=u&password=***&ssl=true' failed",
                Mask.in("'jdbc:postgresql://h/d?user=u&password=s3&cret=1&ssl=true' failed".replace("&cret=1", "")));
        assertEquals("jdbc:postgresql://u:***@h/d", Mask.in("jdbc:postgresql://u:s3cret@h/d"));
        assertEquals("jdbc:postgresql://h:5432/d", Mask.in("jdbc:postgresql://h:5432/d"));
    }

    @Test
    void thePromptNeedsATerminal() {
        String line = Cli.run("snapshot", "jdbc:postgresql://localhost:1/x", "--password")
                .exits(1)
                .errorLine();
        assertTrue(line.startsWith("CLI08 --password: there is no terminal"), line);
        String refused = new Cli(Map.of(), Optional.of("typed-s3cret"))
                .with("snapshot", "jdbc:postgresql://localhost:1/x", "--password")
                .exits(1)
                .errorLine();
        assertTrue(refused.startsWith("CLI05 jdbc:postgresql://localhost:1/x: cannot connect"), refused);
        assertFalse(refused.contains("typed-s3cret"), refused);
    }
}
