package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;

@Entity
@SuppressWarnings("removal")
@Migratable
@GenericGenerator(name = "hex", strategy = "uuid.hex")
class Post {
    @Id @GeneratedValue(generator = "hex") String id;
}

@Entity
@SuppressWarnings("removal")
@Migratable
class Tag {
    @Id
    @GeneratedValue(generator = "two")
    @GenericGenerator(name = "two", strategy = "uuid2")
    UUID id;
}

@Entity
@SuppressWarnings("removal")
@Migratable
class Note {
    @Id
    @GeneratedValue(generator = "seq")
    @GenericGenerator(
            name = "seq",
            strategy = "sequence",
            parameters = {
                @Parameter(name = "sequence_name", value = "note_ids"),
                @Parameter(name = "increment_size", value = "3"),
                @Parameter(name = "initial_value", value = "7")
            })
    Long id;
}

@Entity
@SuppressWarnings("removal")
@Migratable
class Remark {
    @Id
    @GeneratedValue(generator = "remarks")
    @GenericGenerator(name = "remarks", strategy = "native")
    Long id;
}

@Entity
@SuppressWarnings("removal")
@Migratable
class Hint {
    @Id
    @GeneratedValue(generator = "hints")
    @GenericGenerator(
            name = "hints",
            type = org.hibernate.id.enhanced.TableGenerator.class,
            parameters = @Parameter(name = "segment_value_length", value = "40"))
    Long id;
}

@Entity
@SuppressWarnings("removal")
@Migratable
class Line {
    @Id
    @GeneratedValue(generator = "increment")
    Long id;
}
