// refused: MAP05; Below; @Id; @MappedSuperclass
package conformance.inheritance;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@MappedSuperclass
abstract class Base<T> {
    abstract T getId();
}

@Entity
@Migratable
class Below extends Base<Long> {
    private Long id;
    @Id @GeneratedValue public Long getId() {
        return id;
    }
    public void setId(Long i) {
        id = i;
    }
}
