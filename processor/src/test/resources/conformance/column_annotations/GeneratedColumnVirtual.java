// option: migratable.serverVersion=18
package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.GeneratedColumn;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    int amount;

    @GeneratedColumn("amount * 2")
    int twice;

    @GeneratedColumn("amount || 'x'")
    @Column(nullable = false, length = 20)
    String text;
}
