package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ColumnDefault("0")
    int count;

    @ColumnDefault("'none'")
    @Column(nullable = false)
    String text;

    @ColumnDefault("now()")
    Instant at;

    @ColumnDefault("true")
    Boolean flag;

    @ColumnDefault("NULL")
    String nothing;

    @ColumnDefault("gen_random_uuid()")
    UUID token;
}
