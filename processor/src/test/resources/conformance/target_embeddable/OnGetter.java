package conformance.target_embeddable;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

interface Named {}

@Embeddable
class Part implements Named {
    private int size;

    public int getSize() {
        return size;
    }

    public void setSize(int size) {
        this.size = size;
    }
}

@Entity
@Migratable
class Thing {
    private Long id;
    private Named part;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    @Embedded
    @TargetEmbeddable(Part.class)
    public Named getPart() {
        return part;
    }

    public void setPart(Named part) {
        this.part = part;
    }
}
