from dataclasses import dataclass

from knoop.events.verbs import verb


@verb("device.added")
@dataclass(frozen=True)
class DeviceAdded:
    device_id: int


@verb("device.removed")
@dataclass(frozen=True)
class DeviceRemoved:
    device_id: int
