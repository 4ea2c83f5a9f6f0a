package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.PartitionKey;

@Entity
@Migratable
class Reading {
    @Id long id;
    @PartitionKey Integer year;
    @PartitionKey @Column(name = "a_month") Integer month;
    String text;
}
