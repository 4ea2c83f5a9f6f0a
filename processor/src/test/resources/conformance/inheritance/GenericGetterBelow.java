package conformance.inheritance;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@MappedSuperclass
abstract class Base<T> {
    private Long id;
    @Id public Long getId() {
        return id;
    }
    public void setId(Long i) {
        id = i;
    }
    public abstract T getValue();
    public abstract void setValue(T t);
}

@Entity
@Migratable
class Below extends Base<String> {
    private String v;
    @Column(length = 7) public String getValue() {
        return v;
    }
    public void setValue(String s) {
        v = s;
    }
}
