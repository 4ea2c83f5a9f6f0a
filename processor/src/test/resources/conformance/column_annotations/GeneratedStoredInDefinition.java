package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    int amount;

    @Column(columnDefinition = "integer generated always as (amount * 2) stored", insertable = false, updatable = false)
    Integer twice;

    @Column(columnDefinition = "text GENERATED ALWAYS AS ('x' || amount::text) STORED", insertable = false, updatable = false)
    String text;
}
