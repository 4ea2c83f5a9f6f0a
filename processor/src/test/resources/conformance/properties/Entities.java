package conformance.properties;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;

@Entity
@Migratable
class Properties {
    private Long key;
    private String hidden;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long getId() {
        return key;
    }

    public void setId(Long key) {
        this.key = key;
    }

    public String getURLName() {
        return hidden;
    }

    public void setURLName(String name) {}

    public boolean isActive() {
        return true;
    }

    public void setActive(boolean active) {}

    @Column(length = 3, nullable = false)
    public String getaB() {
        return "";
    }

    public void setaB(String value) {}

    @ManyToOne
    public Properties getParent() {
        return null;
    }

    public void setParent(Properties parent) {}

    @Transient
    public String getNotStored() {
        return "";
    }

    public void getNothing() {}

    public static String getStatic() {
        return "";
    }
}

@Entity
@Migratable
class Mixed {
    @Id
    Long id;

    String field;

    @Transient
    String property;

    @Access(AccessType.PROPERTY)
    @Column(name = "by_getter")
    public String getProperty() {
        return property;
    }

    public void setProperty(String property) {
        this.property = property;
    }

    public String getIgnored() {
        return "";
    }
}

@Entity
@Access(AccessType.PROPERTY)
@Migratable
class Explicit {
    Long id;
    String field;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getOther() {
        return field;
    }

    public void setOther(String other) {}
}
