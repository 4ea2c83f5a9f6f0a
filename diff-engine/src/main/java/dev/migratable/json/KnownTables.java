package dev.migratable.json;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of a model by the text that its file has for each. Where another file has the same text for a table, it is the
 * same one and not read again: of two versions of a model, most tables are equal.
 */
public final class KnownTables {

    private static final String START = "{\n  \"format\": 1,\n  \"tables\": [\n";
    private static final String TABLE = "    {\n";
    private static final String TABLE_END = "\n    }";
    private static final String NEXT = ",\n";

    private final Model model;
    private final String text;

    /**
     * Creates it for a model.
     *
     * @param model the model
     * @param text what {@link ModelJson#write} writes of it
     */
    public KnownTables(Model model, String text) {
        this.model = model;
        this.text = text;
    }

    /**
     * Reads a model as {@link ModelJson#read} does, and with the same messages.
     *
     * @throws MigratableException {@code JSN01} to {@code JSN03} where the text is no model file
     */
    public Model read(String json, String place) {
        if (json.equals(text)) {
            return model;
        }
        return without(json, place).orElseGet(() -> ModelJson.read(json, place));
    }

    /** Reads what is not known; empty where the file is laid out otherwise, or something is wrong in it. */
    private Optional<Model> without(String json, String place) {
        Optional<List<String>> known = blocks(text);
        Optional<List<String>> blocks = blocks(json);
        if (known.isEmpty() || blocks.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Table> byText = new HashMap<>();
        for (int i = 0; i < known.get().size(); i++) {
            byText.put(known.get().get(i), model.schema().tables().get(i));
        }
        List<Table> tables = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int end = START.length() - NEXT.length();
        for (String block : blocks.get()) {
            Table table = byText.get(block);
            if (table == null) {
                others.add(block);
            } else {
                tables.add(table);
            }
            end += block.length() + NEXT.length();
        }
        String rest = START + String.join(NEXT, others) + json.substring(end);
        try {
            Model read = ModelJson.read(rest, place);
            tables.addAll(read.schema().tables());
            Schema schema = read.schema().withTables(tables);
            return Optional.of(new Model(schema, read.declarations(), read.contributions()));
        } catch (MigratableException | IllegalArgumentException e) {
            return Optional.empty(); // reading the whole says where in the file it is
        }
    }

    /** Returns the texts of the tables, one after another from the start; empty where the file is laid out otherwise. */
    private static Optional<List<String>> blocks(String json) {
        if (!json.startsWith(START)) {
            return Optional.empty();
        }
        List<String> blocks = new ArrayList<>();
        int start = START.length();
        while (true) {
            int end = json.startsWith(TABLE, start) ? json.indexOf(TABLE_END, start) : -1;
            if (end < 0) {
                return Optional.empty();
            }
            int behind = end + TABLE_END.length();
            blocks.add(json.substring(start, behind));
            if (!json.startsWith(NEXT, behind)) {
                return Optional.of(blocks);
            }
            start = behind + NEXT.length();
        }
    }
}
