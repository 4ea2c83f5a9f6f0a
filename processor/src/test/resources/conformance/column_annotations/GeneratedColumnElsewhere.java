// option: migratable.serverVersion=17
package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.hibernate.annotations.GeneratedColumn;

@Embeddable
class Part {
    String text;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @GeneratedColumn("id")
    @ManyToOne
    Thing other;

    @GeneratedColumn("id * 3")
    @ManyToOne
    @JoinColumn(name = "named")
    Thing named;

    @GeneratedColumn("'x'")
    Part part;

    @ElementCollection
    @GeneratedColumn("thing_id * 2")
    List<Long> numbers;
}
