"""On Windows, a process cannot become another program: Node.js runs as a child, and neither outlives the other."""

import ctypes
import os
import subprocess

INFINITE = 0xFFFFFFFF


def run_child(command: "list[str]") -> int:
    """Runs a command as a child and returns its status. Ends it when Jupyter, whose handle is in JPY_PARENT_PID, ends.

    A job object ends the child with this process, however this one ends.
    """
    job = closing_job()
    child = subprocess.Popen(command)
    ctypes.windll.kernel32.AssignProcessToJobObject(job, int(child._handle))
    handles = [int(child._handle), *([int(os.environ["JPY_PARENT_PID"])] if "JPY_PARENT_PID" in os.environ else [])]
    array = (ctypes.c_void_p * len(handles))(*handles)
    ctypes.windll.kernel32.WaitForMultipleObjects(len(handles), array, False, INFINITE)
    if child.poll() is None:
        child.kill()
    return child.wait()


class BasicLimits(ctypes.Structure):
    _fields_ = [
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    ]


class ExtendedLimits(ctypes.Structure):
    _fields_ = [
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]


def closing_job() -> ctypes.c_void_p:
    """A job object whose processes end when its last handle is closed, that is with this process.

    @see https://learn.microsoft.com/en-us/windows/win32/procthread/job-objects
    """
    kernel32 = ctypes.windll.kernel32
    kernel32.CreateJobObjectW.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel32.CreateJobObjectW(None, None))
    limits = ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
    extended_limit_information = 9
    kernel32.SetInformationJobObject(
        job, extended_limit_information, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    return job
