package conformance.access;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** As kapt writes its stub of a class whose properties are annotated with {@code @get:Id} and {@code @get:Column}. */
@Entity
@Migratable
class Person {

    private Long id;
    private boolean isActive;
    private Boolean isVip;
    private String aName;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    @Column(nullable = false)
    public boolean isActive() {
        return isActive;
    }

    public void setActive(boolean active) {
        this.isActive = active;
    }

    public Boolean isVip() {
        return isVip;
    }

    public void setVip(Boolean vip) {
        this.isVip = vip;
    }

    public String getAName() {
        return aName;
    }

    public void setAName(String aName) {
        this.aName = aName;
    }
}
